import { once } from 'node:events'
import { createServer } from 'node:http'

/** A website that is not ours, with a content policy of its own: it lets the bot's script, frame and requests in, and nothing inline. */
export interface Site {
  origin: string
  close(): Promise<void>
}

const STYLE = `
  :root { color-scheme: light; font: 16px/1.6 "Segoe UI", Roboto, "Noto Sans", system-ui, sans-serif; color: #26231f; background: #fbf8f3; }
  * { box-sizing: border-box; } body { margin: 0; }
  header { display: flex; gap: 28px; align-items: baseline; padding: 22px 48px; border-bottom: 1px solid #ece5da; }
  header b { font-size: 20px; letter-spacing: -.01em; margin-right: auto; }
  header a { color: #5f574c; text-decoration: none; }
  main { max-width: 720px; margin: 0 auto; padding: 64px 48px; }
  h1 { margin: 0 0 8px; font-size: 40px; line-height: 1.15; letter-spacing: -.02em; }
  .lead { margin: 0 0 36px; color: #5f574c; font-size: 18px; }
  .order { display: grid; grid-template-columns: 88px 1fr auto; gap: 20px; align-items: center; padding: 20px 0; border-top: 1px solid #ece5da; }
  .tin { height: 88px; border-radius: 12px; background: linear-gradient(160deg, #cfd9c4, #8fa37e); }
  .tin.two { background: linear-gradient(160deg, #ead3b4, #b98a54); }
  .order p { margin: 0; } .order small { color: #5f574c; }
  @media (max-width: 600px) { header { padding: 18px 20px; } header a { display: none; } main { padding: 36px 20px; } h1 { font-size: 30px; } .order { grid-template-columns: 64px 1fr auto; } .tin { height: 64px; } }
`

/** Serves it on a port under `localhost`, which is another site than the bot's `127.0.0.1`. */
export async function startSite(bot: string, { port = 0, attributes = '' } = {}): Promise<Site> {
  const policy = `default-src 'none'; style-src 'self'; script-src ${bot}; connect-src ${bot}; frame-src ${bot}; img-src data:`
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your order · Hill &amp; Leaf</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
<script src="${bot}/widget.js" async ${attributes}></script></head><body>
<header><b>Hill &amp; Leaf</b><a href="#teas">Teas</a><a href="#orders">Orders</a><a href="#help">Help</a></header>
<main><h1>On its way to you</h1><p class="lead">Order A-2071 left our house on Friday and arrives on Tuesday.</p>
<div class="order"><div class="tin"></div><p>Spring sencha<br><small>100 g tin</small></p><p>€ 18.50</p></div>
<div class="order"><div class="tin two"></div><p>Smoked oolong<br><small>250 g bag</small></p><p>€ 31.00</p></div>
<p><a href="#help" id="help">Something wrong with this order?</a></p></main></body></html>`
  const server = createServer((request, response) => {
    const style = request.url === '/style.css'
    const headers = {
      'content-type': style ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    }
    response.writeHead(200, headers).end(style ? STYLE : html)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://localhost:${address.port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
