"""Documents in and out: DOCX, text and packages read into plans; plans rendered, laid out and audited."""
