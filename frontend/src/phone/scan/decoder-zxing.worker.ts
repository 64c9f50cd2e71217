import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { DecodeAnswer } from './qr-decoder'

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

async function decode(frame: ImageData): Promise<DecodeAnswer> {
  try {
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
    return { text: found?.isValid === true ? found.text : null }
  } catch (error) {
    return { failure: String(error) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
  void decode(data).then((answer) => self.postMessage(answer))
})
