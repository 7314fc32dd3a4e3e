import type { Rule } from '../pattern.ts'
import type { Effect } from './effect.ts'
import { EN } from './en.ts'
import { LIU } from './liu.ts'
import { VADER } from './vader.ts'
import { ZH } from './zh.ts'

const EMOJI_GOOD = '😀 😃 😄 😁 😊 🙂 😍 🥰 😘 🤩 👍 👏 🙏 💯 🎉 ❤ ❤️ 💖 💕 🌹 💪 👌 ✨ 🥳 😇 😋 🤗 ⭐ 🌟 ☺ ☺️ 😻 🏆 ✌'
const EMOJI_BAD = '😡 🤬 😠 👎 😤 😞 😒 🙄 😢 😭 😩 😫 😖 😣 😔 💩 🤮 🤢 😾 😟 ☹ ☹️ 🙁 😑 😱 💔 🖕 😰 😥 🥵 😓 🤦 🤡'

const of = (value: number, emoji: string): Rule<Effect>[] =>
  emoji.split(' ').map((pattern) => ({ pattern, payload: { is: 'polar', value } }))

/** Every word and emoji the sentiment rules know. */
export const LEXICON: readonly Rule<Effect>[] = [
  ...ZH,
  ...EN,
  ...VADER,
  ...LIU,
  ...of(2.5, EMOJI_GOOD),
  ...of(-2.5, EMOJI_BAD),
]
