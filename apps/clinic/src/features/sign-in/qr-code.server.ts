import { toSVG } from 'bwip-js/node'

/** A QR code as an SVG element, drawn here: the secret of a sign-in is sent to nobody to be drawn. Always dark on white, with its quiet zone. */
export function drawQrCode(text: string): string {
  return toSVG({
    bcid: 'qrcode',
    text,
    scale: 4,
    padding: 16,
    backgroundcolor: 'FFFFFF',
    barcolor: '000000',
  })
}
