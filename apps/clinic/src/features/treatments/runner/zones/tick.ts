let sound: AudioContext | undefined

/** A short click and a short buzz: a pass is felt and heard, and never only heard. Silent where the device has neither. */
export function tick(): void {
  navigator.vibrate?.(18)
  try {
    sound ??= new AudioContext()
    const tone = sound.createOscillator()
    const loudness = sound.createGain()
    loudness.gain.setValueAtTime(0.12, sound.currentTime)
    loudness.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 0.05)
    tone.frequency.value = 880
    tone.connect(loudness).connect(sound.destination)
    tone.start()
    tone.stop(sound.currentTime + 0.06)
  } catch {
    // No sound on this device: the number and the buzz remain.
  }
}
