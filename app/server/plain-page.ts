/** A page for when the pages themselves cannot be used. `title` and `text` are ours, never a visitor's. */
export function plainBody(title: string, text: string): Buffer {
  return Buffer.from(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Criterion</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Back to the start</a></p></main></body></html>`,
  );
}

/** Returns such a page as a response. */
export function plainPage(status: number, title: string, text: string): Response {
  return new Response(new Uint8Array(plainBody(title, text)), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
