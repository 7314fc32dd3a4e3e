import { render } from 'preact'
import { embedding } from './embed.ts'
import { PublicChat } from './public-chat.tsx'
import './css/base.css'
import './css/talk.css'
import './css/prompt.css'
import './css/form.css'
import './css/public.css'

document.body.replaceChildren() // what stood there until now
render(<PublicChat around={embedding()} />, document.body)
