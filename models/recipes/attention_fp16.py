"""Moves attention and the KV cache of an int4 export to float16, so that one file runs on the CPU and, whole, on CUDA.

CUDA's GroupQueryAttention takes no float32, the CPU's takes both.

Input:  a folder with model.onnx (and its data), made by onnxruntime-genai's model builder for the CPU in int4.
Output: a folder with model.onnx and model.onnx.data, whose past_key_values and present are float16; all else is as it was.

Needs numpy and onnx.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ATTENTION = "GroupQueryAttention"
ROTARY_CACHES = (7, 8)  # inputs cos_cache and sin_cache
CONTEXT = 2048  # positions that the cache of sines and cosines keeps
EXTERNAL_FROM = 1024  # bytes; smaller constants stay in model.onnx


def cast_around(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    """The attention node between a cast of its query, key and value to float16 and one of its result back to float32."""
    packed, result = node.input[0], node.output[0]
    node.input[0], node.output[0] = packed + "_fp16", result + "_fp16"
    return [
        helper.make_node("Cast", [packed], [node.input[0]], name=node.name + "/q16", to=TensorProto.FLOAT16),
        node,
        helper.make_node("Cast", [node.output[0]], [result], name=node.name + "/o32", to=TensorProto.FLOAT),
    ]


def attention_to_fp16(graph: onnx.GraphProto) -> None:
    """Changes the graph in place."""
    attention = [node for node in graph.node if node.op_type == ATTENTION]
    caches = {node.input[i] for node in attention for i in ROTARY_CACHES}
    nodes = [out for node in graph.node for out in (cast_around(node) if node.op_type == ATTENTION else [node])]
    shorten_to_fp16([constant for constant in graph.initializer if constant.name in caches])
    for value in [*graph.input, *graph.output]:
        if value.name.startswith(("past_key_values", "present")):
            value.type.tensor_type.elem_type = TensorProto.FLOAT16
    known = [value for value in graph.value_info if ATTENTION not in value.name and value.name not in caches]
    del graph.value_info[:], graph.node[:]
    graph.value_info.extend(known)
    graph.node.extend(nodes)


def shorten_to_fp16(caches: list[onnx.TensorProto]) -> None:
    for cache in caches:
        cache.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(cache)[:CONTEXT].astype(np.float16), cache.name))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=Path)
    arguments.add_argument("target", type=Path)
    options = arguments.parse_args()
    model = onnx.load(str(options.source / "model.onnx"))
    attention_to_fp16(model.graph)
    options.target.mkdir(parents=True, exist_ok=True)
    data = options.target / "model.onnx.data"
    data.unlink(missing_ok=True)  # onnx.save appends
    onnx.save(
        model, str(options.target / "model.onnx"), save_as_external_data=True, all_tensors_to_one_file=True,
        location=data.name, size_threshold=EXTERNAL_FROM)
    for path in sorted(options.target.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
