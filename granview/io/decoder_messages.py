"""What the picture server and its decoder process say to each other: frozen structs as MessagePack, nothing pickled."""

import msgspec

from granview.core.image_params import ImageRange


class Decode(msgspec.Struct, frozen=True, tag="decode"):
    """Server to decoder: decode a file, whole or, with ``edge_px``, to a thumbnail of that longer edge.

    ``image_range`` is what becomes black and white, in grey values of more than 8 bits.
    """

    id: int
    path: str
    edge_px: int | None = None
    image_range: ImageRange | None = None


class Abandon(msgspec.Struct, frozen=True, tag="abandon"):
    """Server to decoder: nobody wants this any more."""

    id: int


class BlockReceived(msgspec.Struct, frozen=True, tag="taken"):
    """Server to decoder: the block of this picture has been received, so let go of it."""

    id: int


ToDecoder = Decode | Abandon | BlockReceived


class ThumbnailReady(msgspec.Struct, frozen=True, tag="small-done"):
    """Decoder to server: a thumbnail, small enough to travel in the message.

    Attributes:
        id: The order that this answers.
        width: Width of the image itself, in pixels.
        height: Height of the image itself, in pixels.
        thumb_width: Width of the thumbnail.
        thumb_height: Height of the thumbnail.
        pixels: Its rows, 4 bytes per pixel, as a level of a pyramid.
    """

    id: int
    width: int
    height: int
    thumb_width: int
    thumb_height: int
    pixels: bytes


class PyramidReady(msgspec.Struct, frozen=True, tag="picture-done"):
    """Decoder to server: a pyramid is ready; its block follows on the same connection.

    Attributes:
        id: The order that this answers.
        width: Pixels.
        height: Pixels.
        block_name: The shared block's name; empty where blocks have none.
        notices: Sentences that the user must see.
        orientation: The EXIF orientation, 1 to 8, that was applied.
    """

    id: int
    width: int
    height: int
    block_name: str
    notices: tuple[str, ...]
    orientation: int = 1


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Decoder to server: the file cannot be shown, in words."""

    id: int
    error: str
    hint: str


class Abandoned(msgspec.Struct, frozen=True, tag="abandoned"):
    """Decoder to server: work on this has stopped."""

    id: int


FromDecoder = ThumbnailReady | PyramidReady | Failed | Abandoned

_encoder = msgspec.msgpack.Encoder()
_to_decoder: msgspec.msgpack.Decoder[ToDecoder] = msgspec.msgpack.Decoder(ToDecoder)
_from_decoder: msgspec.msgpack.Decoder[FromDecoder] = msgspec.msgpack.Decoder(FromDecoder)


def encode(message: ToDecoder | FromDecoder) -> bytes:
    """A message as bytes."""
    return _encoder.encode(message)


def decode_to_decoder(data: bytes) -> ToDecoder:
    """What the server sent; raises ``msgspec.DecodeError`` on anything else."""
    return _to_decoder.decode(data)


def decode_from_decoder(data: bytes) -> FromDecoder:
    """What the decoder sent; raises ``msgspec.DecodeError`` on anything else."""
    return _from_decoder.decode(data)
