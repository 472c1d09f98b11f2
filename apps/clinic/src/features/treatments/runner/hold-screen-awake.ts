/** Keeps the tablet's screen on while this page is looked at; gives back how to let go. Does nothing where it cannot. */
export function holdScreenAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const take = async () => {
    if (isOver || document.visibilityState !== 'visible') return
    try {
      lock = await navigator.wakeLock?.request('screen')
    } catch {
      // Low battery, or a browser that refuses: the clocks count from their instants all the same.
    }
  }
  const retake = () => void take()
  document.addEventListener('visibilitychange', retake)
  void take()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', retake)
    void lock?.release()
  }
}
