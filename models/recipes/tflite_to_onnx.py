"""Converts MediaPipe's vision models (TensorFlow Lite, Apache-2.0) to ONNX.

Input:  a folder of .tflite files (unpack_holistic.py).
Output: a folder of .onnx files that take what a camera gives, so that the caller does no work per pixel:
          image   uint8 [N, H, W, 3], BGR (OpenCV's order), N dynamic
        Scaling to the model's own range happens inside; weights stay fp16 on disk. Outputs not named in MODELS are left out,
        with every operator that only they need.
Source: the operators' meaning is that of tensorflow/lite/kernels; field numbers are those of its schema.fbs.

Needs numpy and onnx only (Debian: python3-numpy python3-onnx).
"""
from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import tflite_reader
from tflite_reader import Operator

OPSET = 17
IR_VERSION = 8
NO_ACTIVATION, RELU, RELU6 = 0, 1, 3  # ActivationFunctionType
SAME_PADDING = 0
NHWC_TO_NCHW = [0, 3, 1, 2]
NCHW_TO_NHWC = [0, 2, 3, 1]
FP16_FROM = 64  # constants of fewer values stay fp32


@dataclass(frozen=True)
class Output:
    position: int
    """Place among the outputs of the TensorFlow Lite graph."""
    name: str
    shape: list[int]
    """Without N."""


@dataclass(frozen=True)
class Recipe:
    low: float
    high: float
    """What the pixel values 0 and 255 become."""
    outputs: list[Output]


POSE_LANDMARKS = Recipe(0, 1, [
    Output(0, "landmarks", [39, 5]), Output(1, "presence", [1]), Output(3, "heatmap", [64, 64, 39]), Output(4, "world", [39, 3])])
MODELS = {
    "pose_detection": Recipe(-1, 1, [Output(0, "boxes", [2254, 12]), Output(1, "scores", [2254])]),
    "pose_landmark_lite": POSE_LANDMARKS,
    "pose_landmark_full": POSE_LANDMARKS,
    "hand_recrop": Recipe(0, 1, [Output(0, "crop", [4])]),
    "hand_landmark_full": Recipe(0, 1, [
        Output(0, "landmarks", [21, 3]), Output(1, "presence", [1]), Output(2, "handedness", [1]), Output(3, "world", [21, 3])]),
    "palm_detection_full": Recipe(0, 1, [Output(0, "boxes", [2016, 18]), Output(1, "scores", [2016])]),
    "face_detection_short_range": Recipe(-1, 1, [Output(0, "boxes", [896, 16]), Output(1, "scores", [896])]),
    "face_landmark": Recipe(0, 1, [Output(0, "landmarks", [468, 3]), Output(1, "presence", [1])]),
}


class Converter:
    """Turns one graph into ONNX. Images are NCHW there, as ONNX wants them, and NHWC in TensorFlow Lite."""

    def __init__(self, graph: tflite_reader.Graph):
        self.graph = graph
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self.names: dict[int, str] = {}  # tensor -> its name in ONNX
        self.constants = {i: tensor.constant for i, tensor in enumerate(graph.tensors) if tensor.constant is not None}
        self.images: set[int] = set()  # tensors that are NCHW in ONNX
        self.first_convolution = True

    def convert(self, recipe: Recipe) -> onnx.ModelProto:
        image = self.image_input(recipe)
        for operator in self.graph.operators:
            self.operator(operator)
        outputs = [self.output(output) for output in recipe.outputs]
        self.prune([output.name for output in outputs])
        graph = helper.make_graph(self.nodes, "mediapipe", [image], outputs, self.initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="SignBridge recipe")
        model.ir_version = IR_VERSION
        onnx.checker.check_model(model)
        return model

    def image_input(self, recipe: Recipe) -> onnx.ValueInfoProto:
        """From uint8 pixels to the values that the model was trained on."""
        (source,) = self.graph.inputs
        _, height, width, _ = self.graph.tensors[source].shape
        scale = self.constant("scale", np.array((recipe.high - recipe.low) / 255.0, np.float32))
        self.emit("Cast", ["image"], "pixels", to=TensorProto.FLOAT)
        self.emit("Transpose", ["pixels"], "pixels_nchw", perm=NHWC_TO_NCHW)
        self.emit("Mul", ["pixels_nchw", scale], "scaled")
        self.names[source] = self.emit("Add", ["scaled", self.constant("offset", np.array(recipe.low, np.float32))], "input")
        self.images.add(source)
        return helper.make_tensor_value_info("image", TensorProto.UINT8, ["N", height, width, 3])

    def output(self, output: Output) -> onnx.ValueInfoProto:
        index = self.graph.outputs[output.position]
        whole = int(np.prod(output.shape)) == int(np.prod(self.graph.tensors[index].shape))
        shape = self.constant(output.name + "_shape", np.array([0] + output.shape if whole else output.shape, np.int64))
        self.emit("Reshape", [self.as_nhwc(index), shape], output.name)
        return helper.make_tensor_value_info(output.name, TensorProto.FLOAT, ["N"] + output.shape)

    def prune(self, wanted: list[str]) -> None:
        """Leaves out what no wanted output needs."""
        needed, kept = set(wanted), []
        for node in reversed(self.nodes):
            if needed & set(node.output):
                kept.append(node)
                needed |= set(node.input)
        self.nodes = kept[::-1]
        self.initializers = [constant for constant in self.initializers if constant.name in needed]

    # --- building blocks ------------------------------------------------------------------------------------------

    def emit(self, kind: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def constant(self, name: str, array: np.ndarray) -> str:
        """Weights that fp16 holds exactly are stored so; ONNX Runtime folds the cast when it loads the graph."""
        array = np.ascontiguousarray(array)
        if array.dtype == np.float32 and array.size >= FP16_FROM and np.array_equal(array, array.astype(np.float16).astype(np.float32)):
            self.initializers.append(numpy_helper.from_array(array.astype(np.float16), name + "_fp16"))
            self.nodes.append(helper.make_node("Cast", [name + "_fp16"], [name], to=TensorProto.FLOAT))
        else:
            self.initializers.append(numpy_helper.from_array(array, name))
        return name

    def shared_scalar(self, name: str, number: float) -> str:
        if all(constant.name != name for constant in self.initializers):
            self.initializers.append(numpy_helper.from_array(np.array(number, np.float32), name))
        return name

    def activate(self, kind: int, before: str, output: str) -> None:
        if kind == NO_ACTIVATION:
            self.emit("Identity", [before], output)
        elif kind == RELU:
            self.emit("Relu", [before], output)
        elif kind == RELU6:
            self.emit("Clip", [before, self.shared_scalar("zero", 0.0), self.shared_scalar("six", 6.0)], output)
        else:
            raise SystemExit(f"Activation {kind} is not supported; add it to Converter.activate.")

    def as_nhwc(self, index: int) -> str:
        """The tensor in TensorFlow Lite's own layout, which reshapes depend on."""
        name = self.names[index]
        if index not in self.images:
            return name
        turned = f"{name}_nhwc"
        if all(turned not in node.output for node in self.nodes):
            self.emit("Transpose", [name], turned, perm=NCHW_TO_NHWC)
        return turned

    def input_names(self, operator: Operator) -> list[str]:
        return [self.names[i] for i in operator.inputs]

    def input_shape(self, operator: Operator) -> list[int]:
        return self.graph.tensors[operator.inputs[0]].shape

    def optional_constant(self, operator: Operator, position: int) -> np.ndarray | None:
        return self.constants[operator.inputs[position]] if len(operator.inputs) > position and operator.inputs[position] >= 0 else None

    @staticmethod
    def same_padding(size: list[int], kernel: list[int], stride: list[int], dilation: list[int]) -> list[int]:
        """TensorFlow's SAME: the odd pixel goes to the end."""
        totals = [max((-(-s // step) - 1) * step + (k - 1) * d + 1 - s, 0) for s, k, step, d in zip(size, kernel, stride, dilation)]
        before = [total // 2 for total in totals]
        return before + [total - b for total, b in zip(totals, before)]

    # --- operators ------------------------------------------------------------------------------------------------

    def operator(self, operator: Operator) -> None:
        out = operator.outputs[0]
        if operator.kind in ("DEQUANTIZE", "DENSIFY") and operator.inputs[0] in self.constants:
            self.constants[out] = self.constants[operator.inputs[0]].astype(np.float32)
            return
        self.names[out] = f"t{out}"
        emit = getattr(self, "emit_" + operator.kind.lower().replace(" ", "_"), None)
        if emit is None:
            raise SystemExit(f"{operator.kind} is not supported; add it to Converter.")
        if emit(operator, self.names[out]):
            self.images.add(out)

    # Each of these emits one operator under the name `name` and says whether the result is an image (NCHW).

    def emit_conv_2d(self, operator: Operator, name: str) -> bool:
        weights = self.constants[operator.inputs[1]].astype(np.float32).transpose(0, 3, 1, 2)  # OHWI -> OIHW
        if self.first_convolution:
            weights = weights[:, ::-1]  # the camera's BGR instead of the model's RGB
            self.first_convolution = False
        dilation = [operator.option(5, "i", 1), operator.option(4, "i", 1)]
        return self.convolution(operator, name, weights, dilation, activation=operator.option(3), group=1)

    def emit_depthwise_conv_2d(self, operator: Operator, name: str) -> bool:
        weights = self.constants[operator.inputs[1]].astype(np.float32).transpose(3, 0, 1, 2)  # 1HWC -> C1HW
        dilation = [operator.option(6, "i", 1), operator.option(5, "i", 1)]
        return self.convolution(operator, name, weights, dilation, activation=operator.option(4), group=self.input_shape(operator)[3])

    def convolution(self, operator: Operator, name: str, weights: np.ndarray, dilation: list[int], activation: int, group: int) -> bool:
        kernel = list(weights.shape[2:])
        stride = [operator.option(2, "i", 1), operator.option(1, "i", 1)]
        same = operator.option(0) == SAME_PADDING
        pads = self.same_padding(self.input_shape(operator)[1:3], kernel, stride, dilation) if same else [0, 0, 0, 0]
        inputs = [self.names[operator.inputs[0]], self.constant(name + "_w", weights)]
        bias = self.optional_constant(operator, 2)
        if bias is not None:
            inputs.append(self.constant(name + "_b", bias))
        raw = self.emit("Conv", inputs, name + "_conv", kernel_shape=kernel, strides=stride, dilations=dilation, pads=pads, group=group)
        self.activate(activation, raw, name)
        return True

    def emit_max_pool_2d(self, operator: Operator, name: str) -> bool:
        kernel = [operator.option(4, "i", 1), operator.option(3, "i", 1)]
        stride = [operator.option(2, "i", 1), operator.option(1, "i", 1)]
        same = operator.option(0) == SAME_PADDING
        pads = self.same_padding(self.input_shape(operator)[1:3], kernel, stride, [1, 1]) if same else [0, 0, 0, 0]
        raw = self.emit("MaxPool", self.input_names(operator), name + "_pool", kernel_shape=kernel, strides=stride, pads=pads)
        self.activate(operator.option(5), raw, name)
        return True

    def emit_pad(self, operator: Operator, name: str) -> bool:
        is_image = operator.inputs[0] in self.images
        pads = self.constants[operator.inputs[1]]
        pads = pads[NHWC_TO_NCHW] if is_image else pads
        both_ends = np.concatenate([pads[:, 0], pads[:, 1]]).astype(np.int64)
        self.emit("Pad", [self.names[operator.inputs[0]], self.constant(name + "_pads", both_ends)], name)
        return is_image

    def emit_prelu(self, operator: Operator, name: str) -> bool:
        slope = self.constants[operator.inputs[1]].astype(np.float32).transpose(2, 0, 1)
        self.emit("PRelu", [self.names[operator.inputs[0]], self.constant(name + "_slope", slope)], name)
        return True

    def emit_relu(self, operator: Operator, name: str) -> bool:
        self.emit("Relu", self.input_names(operator), name)
        return operator.inputs[0] in self.images

    def emit_logistic(self, operator: Operator, name: str) -> bool:
        self.emit("Sigmoid", self.input_names(operator), name)
        return operator.inputs[0] in self.images

    def emit_add(self, operator: Operator, name: str) -> bool:
        if not self.images.issuperset(operator.inputs):
            raise SystemExit("ADD is only supported between images.")
        raw = self.emit("Add", self.input_names(operator), name + "_add")
        self.activate(operator.option(0), raw, name)
        return True

    def emit_resize_bilinear(self, operator: Operator, name: str) -> bool:
        mode = "align_corners" if operator.option(2, "B") else "half_pixel" if operator.option(3, "B") else "asymmetric"
        height, width = (int(side) for side in self.constants[operator.inputs[1]])
        _, source_height, source_width, _ = self.input_shape(operator)
        scales = self.constant(name + "_scales", np.array([1, 1, height / source_height, width / source_width], np.float32))
        self.emit("Resize", [self.names[operator.inputs[0]], "", scales], name, mode="linear", coordinate_transformation_mode=mode)
        return True

    def emit_depth_to_space(self, operator: Operator, name: str) -> bool:
        self.emit("DepthToSpace", self.input_names(operator), name, blocksize=operator.option(0, "i"), mode="DCR")
        return True

    def emit_concatenation(self, operator: Operator, name: str) -> bool:
        axis = operator.option(0, "i")
        are_images = self.images.issuperset(operator.inputs)
        self.emit("Concat", self.input_names(operator), name, axis=NCHW_TO_NHWC.index(axis % 4) if are_images else axis)
        return are_images

    def emit_reshape(self, operator: Operator, name: str) -> bool:
        shape = self.graph.tensors[operator.outputs[0]].shape
        target = self.constant(name + "_to", np.array([0] + shape[1:], np.int64))
        self.emit("Reshape", [self.as_nhwc(operator.inputs[0]), target], name)
        return False

    def emit_strided_slice(self, operator: Operator, name: str) -> bool:
        source = self.input_shape(operator)
        begin, end, step = (self.constants[i].astype(np.int64) for i in operator.inputs[1:4])
        begin_mask, end_mask = operator.option(0, "i"), operator.option(1, "i")
        begin = [0 if begin_mask >> k & 1 else int(b) for k, b in enumerate(begin)]
        end = [source[k] if end_mask >> k & 1 else int(e) for k, e in enumerate(end)]
        if begin[:3] != [0, 0, 0] or end[:3] != source[:3] or (step != 1).any():
            raise SystemExit("STRIDED_SLICE is only supported on channels.")
        bounds = [self.constant(f"{name}_{k}", np.array([v], np.int64)) for k, v in (("from", begin[3]), ("to", end[3]), ("axis", 1))]
        self.emit("Slice", [self.names[operator.inputs[0]], *bounds], name)
        return True

    def emit_mean(self, operator: Operator, name: str) -> bool:
        if sorted(self.constants[operator.inputs[1]].tolist()) != [1, 2]:
            raise SystemExit("MEAN is only supported over height and width.")
        keep_dimensions = bool(operator.option(0, "B"))
        self.emit("ReduceMean", [self.names[operator.inputs[0]]], name, axes=[2, 3], keepdims=int(keep_dimensions))
        return keep_dimensions

    def emit_fully_connected(self, operator: Operator, name: str) -> bool:
        weights = self.constant(name + "_w", self.constants[operator.inputs[1]].astype(np.float32))
        bias = self.constant(name + "_b", self.constants[operator.inputs[2]])
        raw = self.emit("Gemm", [self.as_nhwc(operator.inputs[0]), weights, bias], name + "_gemm", transB=1)
        self.activate(operator.option(0), raw, name)
        return False


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=Path, help="folder with the .tflite files")
    arguments.add_argument("target", type=Path, help="folder for the .onnx files")
    options = arguments.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    for name, recipe in MODELS.items():
        graph = tflite_reader.read(options.source / f"{name}.tflite")
        model = Converter(graph).convert(recipe)
        onnx.save(model, str(options.target / f"{name}.onnx"))
        print(f"{name}: {len(graph.operators)} -> {len(model.graph.node)} operators, {model.ByteSize() / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
