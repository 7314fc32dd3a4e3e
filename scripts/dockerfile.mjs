/**
 * @typedef {{ word: string, rest: string }} Instruction one line of a Dockerfile, such as RUN and what is run
 * @typedef {{ name: string, base: string, instructions: Instruction[] }} Stage
 */

const UNDERSTOOD = ['WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'VOLUME', 'HEALTHCHECK', 'CMD']

/**
 * The stages of a Dockerfile that keeps to one line an instruction. Throws on an instruction it does not know, so that a
 * check built on it never passes over something.
 * @param {string} text
 * @returns {Stage[]}
 */
export function parseDockerfile(text) {
  /** @type {Stage[]} */
  const stages = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, word, rest] = line.match(/^([A-Z]+) (.+)$/) ?? []
    const stage = stages.at(-1)
    if (word === 'FROM') {
      const [, base, name] = rest.match(/^(\S+)(?: AS (\S+))?$/) ?? []
      stages.push({ name: name ?? String(stages.length), base, instructions: [] })
    } else if (stage && UNDERSTOOD.includes(word) && !rest.endsWith('\\')) {
      stage.instructions.push({ word, rest })
    } else {
      throw new Error(`Dockerfile: not understood: ${line}`)
    }
  }
  return stages
}

/**
 * Whether .dockerignore leaves a top-level name out. Patterns are names at the top, with * for any characters.
 * @param {string} text of .dockerignore
 * @returns {(name: string) => boolean}
 */
export function ignores(text) {
  const patterns = text.split('\n').filter((line) => line.trim() !== '')
  const unknown = patterns.find((pattern) => /[/!?#[]/.test(pattern))
  if (unknown) throw new Error(`.dockerignore: not understood: ${unknown}`)
  const regexps = patterns.map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  return (name) => regexps.some((regexp) => regexp.test(name))
}
