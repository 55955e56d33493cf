"""Bodies of requests that programs send, never longer than we want to hold."""

from starlette.requests import Request


async def limited_body(request: Request, limit: int) -> bytes | None:
    """The whole body; None when it is longer than `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            return None
    return bytes(body)
