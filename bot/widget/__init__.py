"""The chat widget: `widget.js` and its modules, and how they are served."""
