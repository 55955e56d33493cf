"""The OpenAPI document of the chat API, made from the types that the handlers decode and encode."""

from functools import cache
from typing import Any

import msgspec

_JSON = "application/json"


@cache
def openapi_document(public_url: str) -> dict[str, Any]:
    """OpenAPI 3.1 for `/api/v1`."""
    from bot import chat_api as api  # the handlers import this module
    from bot.problems import Problem

    types = (
        api.NewConversation,
        api.NewMessage,
        api.Opened,
        api.Messages,
        api.StoredFile,
        Problem,
    )
    refs, schemas = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    schema = dict(zip((each.__name__ for each in types), refs, strict=True))

    def content(name: str, media_type: str = _JSON) -> dict[str, Any]:
        return {"content": {media_type: {"schema": schema[name]}}}

    def answers(status: str, text: str, name: str | None, *errors: str) -> dict[str, Any]:
        good = {"description": text, **(content(name) if name else {})}
        bad = {
            code: {"description": _ERRORS[code], **content("Problem", "application/problem+json")}
            for code in (*errors, "422", "500", "503")
        }
        return {status: good, **bad}

    conversation = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
    }
    after = {"name": "after", "in": "query", "schema": {"type": "integer", "minimum": 0}}
    last = {"name": "Last-Event-ID", "in": "header", "schema": {"type": "string"}}
    own = "/api/v1/conversations/{id}"
    stream = {"text/event-stream": {"schema": {"type": "string"}}}
    upload = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Ärendebot chat API", "version": "1"},
        "servers": [{"url": public_url}],
        "security": [{"bearer": []}],
        "paths": {
            "/api/v1/conversations": {
                "post": {
                    "summary": "Open a conversation",
                    "security": [],
                    "requestBody": content("NewConversation"),
                    "responses": answers("201", "Opened", "Opened", "400", "413"),
                }
            },
            own + "/messages": {
                "parameters": [conversation],
                "post": {
                    "summary": "Say something. The same message id again has no second effect.",
                    "requestBody": {"required": True, **content("NewMessage")},
                    "responses": answers("200", "The answers", "Messages", "400", "404", "413"),
                },
                "get": {
                    "summary": "The messages with a higher number",
                    "parameters": [after],
                    "responses": answers("200", "Messages in order", "Messages", "404"),
                },
            },
            own + "/events": {
                "parameters": [conversation],
                "get": {
                    "summary": "Server-sent events, one for each message",
                    "parameters": [last],
                    "responses": {
                        **answers("200", "Events", None, "404", "429"),
                        "200": {"description": "Events", "content": stream},
                    },
                },
            },
            own + "/files": {
                "parameters": [conversation],
                "post": {
                    "summary": "Store a file to be named in `file_ids`",
                    "requestBody": {
                        "required": True,
                        "content": {"multipart/form-data": {"schema": upload}},
                    },
                    "responses": answers("201", "Stored", "StoredFile", "400", "404", "413"),
                },
            },
            own: {
                "parameters": [conversation],
                "delete": {
                    "summary": "End the conversation and forget what is not part of a case",
                    "responses": answers("204", "Forgotten", None, "404"),
                },
            },
        },
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


_ERRORS = {
    "400": "Not JSON, or not a form",
    "404": "No such conversation, or not yours",
    "413": "Too large",
    "422": "Malformed, or a message id used for something else",
    "429": "Too many streams",
    "500": "Unexpected",
    "503": "Not saved; nothing is changed",
}
