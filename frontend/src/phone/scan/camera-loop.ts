import type { QrDecoder } from './qr-decoder'

const EVERY_MS = 120
const WIDEST = 720

export interface CameraLoop {
  end(): void
}

interface LoopOptions {
  readonly video: HTMLVideoElement
  readonly decoder: QrDecoder
  readonly onText: (text: string) => void
  readonly onFailure: () => void
}

/** Reads one frame at a time, at most every 120 ms, scaled to 720 px: cheap phones get warm. */
export function startCameraLoop({ video, decoder, onText, onFailure }: LoopOptions): CameraLoop {
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  const frame = (): ImageData | null => {
    const longer = Math.max(video.videoWidth, video.videoHeight)
    if (drawing === null || longer === 0) return null
    const scale = Math.min(1, WIDEST / longer)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height)
    return drawing.getImageData(0, 0, canvas.width, canvas.height)
  }

  const read = async () => {
    const seen = frame()
    const text = seen === null ? null : await decoder.decode(seen)
    if (text !== null && !isOver) onText(text)
  }

  const look = () => {
    void read().then(
      () => {
        if (!isOver) timer = setTimeout(look, EVERY_MS)
      },
      () => {
        if (!isOver) onFailure()
      },
    )
  }

  look()
  return {
    end() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
