import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { serveOn, settlePort } from './address-port.ts'
import { checkConfig } from './config.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    open.push(server)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

function configWith(env: Record<string, string>) {
  const checked = checkConfig(env, { clone: '/srv' })
  if ('faults' in checked) throw new Error(checked.faults.join())
  return checked.config
}

test('a port that was asked for and is taken is said to be so', async () => {
  const port = await listen(0)
  await expect(settlePort(configWith({ PORT: String(port) }))).rejects.toThrow(
    `PORT ${port} is taken by another program`,
  )
})

test('the default port gives way to the next free one', async () => {
  const port = await listen(0)
  const settled = await settlePort({ ...configWith({}), port })
  expect(settled).toBeGreaterThan(port)
  expect(settled).toBeLessThan(port + 20)
})

test('a host that is not of this machine is said to be so', async () => {
  await expect(settlePort(configWith({ HOST: '203.0.113.1' }))).rejects.toThrow(
    /^HOST 203\.0\.113\.1 is not an address/,
  )
})

test('when another program comes first after the port was settled, the next one serves', async () => {
  const port = await listen(0)
  const config = { ...configWith({}), port }
  expect(await serveOn(config, port, listen)).toBeGreaterThan(port)
  await expect(serveOn({ ...config, portIsFixed: true }, port, listen)).rejects.toThrow(`PORT ${port} is taken`)
})
