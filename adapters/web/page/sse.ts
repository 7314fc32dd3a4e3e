/** One server-sent event: its `event:` (`message` when none is given), its `id:` and its `data:` lines joined. */
interface Frame {
  event: string
  id: string | null
  data: string
}

/** A reader of server-sent events: give it each piece of the stream as it comes and it gives the events completed by it. */
export function frames(): (piece: string) => Frame[] {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => {
      const frame = read(block)
      return frame === null ? [] : [frame]
    })
  }
}

/** Comments (the server's heartbeat) and blocks without data are no event. */
function read(block: string): Frame | null {
  const frame: Frame = { event: 'message', id: null, data: '' }
  const data: string[] = []
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') frame.event = value
    else if (name === 'id') frame.id = value
    else if (name === 'data') data.push(value)
  }
  frame.data = data.join('\n')
  return data.length === 0 && frame.event === 'message' ? null : frame
}
