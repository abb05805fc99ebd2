/** From a generator to a body that can be sent. */

/** Characters gathered before they are handed on: a chunk for each row would cost more than the row. */
export const chunkLength = 32_768;

/**
 * Returns a web stream that takes the next chunk only when the consumer asks for it, so that a slow download holds the rows back. Other
 * requests get their turn between two chunks, even where the rows are there at once. Cancelling the stream ends the generator and with
 * it the rows; what the generator throws, the reader gets.
 */
export function byteStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
