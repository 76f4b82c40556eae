"""Reads TensorFlow Lite files: tensors, constants (fp16 and sparse ones too) and operators.

Source of the layout: tensorflow/lite/schema/schema.fbs (version 3); the numbers of fields, operators and types are those of
that file. Used by tflite_to_onnx.py. Needs numpy only.
"""
from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

OPERATORS = {
    0: "ADD", 2: "CONCATENATION", 3: "CONV_2D", 4: "DEPTHWISE_CONV_2D", 5: "DEPTH_TO_SPACE", 6: "DEQUANTIZE", 9: "FULLY_CONNECTED",
    14: "LOGISTIC", 17: "MAX_POOL_2D", 19: "RELU", 22: "RESHAPE", 23: "RESIZE_BILINEAR", 34: "PAD", 40: "MEAN", 45: "STRIDED_SLICE",
    54: "PRELU", 124: "DENSIFY",
}
DTYPES = {0: np.float32, 1: np.float16, 2: np.int32, 3: np.uint8, 4: np.int64, 6: np.bool_, 9: np.int8}
INDEX_VECTORS = {1: "i", 2: "H", 3: "B"}  # SparseIndexVector: Int32Vector, Uint16Vector, Uint8Vector


class Table:
    """A table of a flatbuffer: fields are asked for by number; an absent field has its default."""

    def __init__(self, data: bytes, position: int):
        self._data, self._position = data, position
        self._vtable = position - self._unpack("i", position)
        self._vtable_size = self._unpack("H", self._vtable)

    def scalar(self, field: int, code: str, default=0):
        """A number; `code` is its struct code."""
        offset = self._offset(field)
        return self._unpack(code, self._position + offset) if offset else default

    def table(self, field: int) -> Table | None:
        at = self._target(field)
        return Table(self._data, at) if at else None

    def string(self, field: int) -> str:
        return self.raw(field).decode("utf8")

    def raw(self, field: int) -> bytes:
        """A vector of bytes."""
        at, size = self._vector(field)
        return self._data[at:at + size]

    def vector(self, field: int, code: str) -> list:
        """A vector of numbers; `code` is their struct code."""
        at, size = self._vector(field)
        return list(struct.unpack_from(f"<{size}{code}", self._data, at))

    def tables(self, field: int) -> list[Table]:
        at, size = self._vector(field)
        starts = range(at, at + 4 * size, 4)
        return [Table(self._data, start + self._unpack("I", start)) for start in starts]

    def _unpack(self, code: str, position: int):
        return struct.unpack_from("<" + code, self._data, position)[0]

    def _offset(self, field: int) -> int:
        slot = 4 + 2 * field
        return self._unpack("H", self._vtable + slot) if slot < self._vtable_size else 0

    def _target(self, field: int) -> int:
        offset = self._offset(field)
        if not offset:
            return 0
        at = self._position + offset
        return at + self._unpack("I", at)

    def _vector(self, field: int) -> tuple[int, int]:
        """Position of the first element and their number."""
        at = self._target(field)
        return (at + 4, self._unpack("I", at)) if at else (0, 0)


@dataclass
class Tensor:
    name: str
    shape: list[int]
    dtype: type
    constant: np.ndarray | None = None


@dataclass
class Operator:
    kind: str
    inputs: list[int]
    outputs: list[int]
    options: Table | None

    def option(self, field: int, code: str = "b", default=0):
        return self.options.scalar(field, code, default) if self.options else default


@dataclass
class Graph:
    tensors: list[Tensor]
    operators: list[Operator]
    inputs: list[int]
    outputs: list[int]


@dataclass
class SparseLevel:
    """How one dimension of a sparse constant is stored (DimensionMetadata)."""
    is_sparse: bool
    size: int
    segments: list[int]
    indices: list[int]


class SparseConstant:
    """A sparse constant (SparsityParameters): its dimensions in traversal order; blocks add a second level to some of them."""

    def __init__(self, shape: list[int], values: np.ndarray, sparsity: Table):
        self._shape, self._values = shape, values
        self._order = sparsity.vector(0, "i")
        self._block_map = sparsity.vector(1, "i")
        self._levels = [self._level(table) for table in sparsity.tables(2)]
        self._block_sizes = [self._levels[self._order.index(len(shape) + k)].size for k in range(len(self._block_map))]

    @staticmethod
    def _level(table: Table) -> SparseLevel:
        def numbers(kind_field: int, vector_field: int) -> list[int]:
            code = INDEX_VECTORS.get(table.scalar(kind_field, "B"))
            return table.table(vector_field).vector(0, code) if code else []

        return SparseLevel(table.scalar(0, "b") == 1, table.scalar(1, "i"), numbers(2, 3), numbers(4, 5))

    def dense(self) -> np.ndarray:
        out = np.zeros(self._shape, self._values.dtype)
        self._fill(out, level=0, position=0, index=[0] * len(self._order))
        return out

    def _fill(self, out: np.ndarray, level: int, position: int, index: list[int]) -> None:
        if level == len(self._order):
            out[self._coordinate(index)] = self._values[position]
            return
        storage = self._levels[level]
        if storage.is_sparse:
            places = range(storage.segments[position], storage.segments[position + 1])
            entries = [(place, storage.indices[place]) for place in places]
        else:
            entries = [(position * storage.size + i, i) for i in range(storage.size)]
        for place, i in entries:
            index[self._order[level]] = i
            self._fill(out, level + 1, place, index)

    def _coordinate(self, index: list[int]) -> tuple[int, ...]:
        rank = len(self._shape)
        coordinate = index[:rank]
        for k, dimension in enumerate(self._block_map):
            coordinate[dimension] = coordinate[dimension] * self._block_sizes[k] + index[rank + k]
        return tuple(coordinate)


def read(path: Path) -> Graph:
    """Reads the first subgraph of a file; constants come out dense."""
    data = path.read_bytes()
    if data[4:8] != b"TFL3":
        raise SystemExit(f"{path} is not a TensorFlow Lite file.")
    model = Table(data, struct.unpack_from("<I", data, 0)[0])
    kinds = [_operator_kind(code) for code in model.tables(1)]
    subgraph, buffers = model.tables(2)[0], model.tables(4)
    operators = [Operator(kinds[o.scalar(0, "I")], o.vector(1, "i"), o.vector(2, "i"), o.table(4)) for o in subgraph.tables(3)]
    return Graph([_tensor(t, buffers) for t in subgraph.tables(0)], operators, subgraph.vector(1, "i"), subgraph.vector(2, "i"))


def _operator_kind(code: Table) -> str:
    number = max(code.scalar(0, "b"), code.scalar(3, "i"))  # deprecated_builtin_code stops at 127
    return OPERATORS.get(number, f"operator {number}")


def _tensor(table: Table, buffers: list[Table]) -> Tensor:
    tensor = Tensor(table.string(3), table.vector(0, "i"), DTYPES[table.scalar(1, "b")])
    content = buffers[table.scalar(2, "I")].raw(0)
    if content:
        values = np.frombuffer(content, tensor.dtype)
        sparsity = table.table(6)
        tensor.constant = SparseConstant(tensor.shape, values, sparsity).dense() if sparsity else values.reshape(tensor.shape)
    return tensor
