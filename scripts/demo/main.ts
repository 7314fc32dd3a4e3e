import { demo } from '../../test/story/demo.ts'

await demo(process.argv[2])
