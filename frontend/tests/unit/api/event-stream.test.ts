import { expect, test } from 'vitest'
import { eventData } from '@/shared/api/event-stream'

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function collect(body: ReadableStream<Uint8Array>): Promise<string[]> {
  const found: string[] = []
  for await (const data of eventData(body)) found.push(data)
  return found
}

test('finds events wherever the network cuts them, also inside a character', async () => {
  const bytes = new TextEncoder().encode(
    ': hello\n\nevent: job\ndata: {"m":"名册"}\n\ndata: a\ndata: b\r\n\r\ndata: cut off',
  )
  for (const size of [1, 3, 7, bytes.length]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
      bytes.slice(place * size, (place + 1) * size),
    )
    expect(await collect(streamOf(...chunks))).toEqual(['{"m":"名册"}', 'a\nb'])
  }
})
