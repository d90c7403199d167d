/** A body that is made as it is taken: nothing is read ahead, and where the reader leaves, what makes it ends. */
const asTaken = (parts: AsyncGenerator<Uint8Array<ArrayBufferLike>>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await parts.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await parts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )

/** A private file that is made while it is sent: whoever keeps copies keeps none of it. */
export const sentAsTaken = (
  parts: AsyncGenerator<Uint8Array<ArrayBufferLike>>,
  { name, type }: { name: string; type: string },
): Response =>
  new Response(asTaken(parts), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
