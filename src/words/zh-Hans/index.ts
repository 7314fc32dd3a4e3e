import { asking } from './asking.ts'
import { bot } from './bot.ts'
import { cli } from './cli.ts'
import { http } from './http.ts'
import { problem } from './problem.ts'
import { scores } from './scores.ts'
import { setup } from './setup.ts'
import { task } from './task.ts'

export const zhHans = { ...asking, ...bot, ...cli, ...http, ...problem, ...scores, ...setup, ...task }
