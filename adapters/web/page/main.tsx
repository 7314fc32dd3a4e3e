import { render } from 'preact'
import { App } from './app.tsx'
import './css/base.css'
import './css/talk.css'
import './css/prompt.css'
import './css/form.css'
import './css/panes.css'
import './css/tasks.css'

document.body.replaceChildren() // what stood there until now
render(<App />, document.body)
