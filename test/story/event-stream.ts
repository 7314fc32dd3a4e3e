/** The data (JSON) of the server-sent events of a response, each as it comes. */
export async function* eventsOf(response: Response): AsyncGenerator<unknown> {
  let rest = ''
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    rest += text
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const [, data] = /^data: (.*)$/m.exec(rest.slice(0, end)) ?? []
      rest = rest.slice(end + 2)
      if (data !== undefined) yield JSON.parse(data)
    }
  }
}
