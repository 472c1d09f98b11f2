/*
 * Imported first (`node --import`) by every process that must not outlive the one that started it. The channel between the
 * two closes when the parent ends, even by kill -9; we then end as if asked to, so that what has to be closed is closed.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

export {}
