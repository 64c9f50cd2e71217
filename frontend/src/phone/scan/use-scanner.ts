import { type RefObject, useEffect, useRef, useState } from 'react'
import { type CameraLoop, startCameraLoop } from './camera-loop'
import { createQrDecoder } from './qr-decoder'

/** `unsupported`: the webview gives no camera to pages. `no_reader`: its code could not be loaded. */
export type ScannerState = 'starting' | 'live' | 'denied' | 'no_camera' | 'unsupported' | 'no_reader'

export interface Scanner {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: ScannerState
}

const WISH: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
}

function stateOfFailure(error: unknown): ScannerState {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return 'no_camera'
}

/** Looks through the back camera until the page is left; tells every text that it reads. */
export function useScanner(onText: (text: string) => void): Scanner {
  const video = useRef<HTMLVideoElement | null>(null)
  const [state, setState] = useState<ScannerState>('starting')
  const told = useRef(onText)
  useEffect(() => {
    told.current = onText
  }, [onText])
  useEffect(() => startScanning(video, setState, (text) => told.current(text)), [])
  return { video, state }
}

function startScanning(
  video: RefObject<HTMLVideoElement | null>,
  setState: (state: ScannerState) => void,
  onText: (text: string) => void,
): () => void {
  let isOver = false
  let stream: MediaStream | null = null
  let loop: CameraLoop | null = null
  const decoder = createDecoderIfPossible()

  const run = async () => {
    if (decoder === null || navigator.mediaDevices === undefined) return setState('unsupported')
    stream = await navigator.mediaDevices.getUserMedia(WISH)
    const screen = video.current
    if (isOver || screen === null) return stopCamera(stream)
    screen.srcObject = stream
    await screen.play()
    setState('live')
    loop = startCameraLoop({ video: screen, decoder, onText, onFailure: () => setState('no_reader') })
  }

  void run().catch((error: unknown) => {
    if (!isOver) setState(stateOfFailure(error))
  })
  return () => {
    isOver = true
    loop?.end()
    decoder?.end()
    stopCamera(stream)
  }
}

function createDecoderIfPossible() {
  try {
    return createQrDecoder()
  } catch {
    return null
  }
}

function stopCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
