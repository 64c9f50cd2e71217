export type DecodeAnswer = { readonly text: string | null } | { readonly failure: string }

export interface QrDecoder {
  /** The text of the QR code in a frame, null where there is none; throws where the reader cannot work. */
  decode(frame: ImageData): Promise<string | null>
  end(): void
}

/** Reads frames in a worker, so that the picture on the screen never stops. */
export function createQrDecoder(): QrDecoder {
  const worker = new Worker(new URL('./decoder-zxing.worker.ts', import.meta.url), { type: 'module' })
  return {
    decode(frame) {
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
          if ('failure' in data) reject(new Error(data.failure))
          else resolve(data.text)
        }
        worker.onerror = () => reject(new Error('The reader of codes did not start'))
        worker.postMessage(frame, [frame.data.buffer])
      })
    },
    end: () => worker.terminate(),
  }
}
