import { asking } from './asking.ts'
import { bot } from './bot.ts'
import { http } from './http.ts'
import { scores } from './scores.ts'
import { setup } from './setup.ts'
import { task } from './task.ts'

export const zhHant = { ...asking, ...bot, ...http, ...scores, ...setup, ...task }
