/**
 * Validators and serializers are compiled when an address is first used, not all of them before the first answer: that
 * was a third of a start. What they judge and what they leave out is the same.
 */
import ajvCompiler from '@fastify/ajv-compiler'
import serializerCompiler from '@fastify/fast-json-stringify-compiler'

type Judge = ((value: unknown) => unknown) & { errors?: unknown }
type Compile<Given, Made> = (route: Given) => Made

/** Fastify reads `errors` off the very function it called. */
const judgeLater = <Given>(compile: Compile<Given, Judge>): Compile<Given, Judge> => {
  return (route) => {
    let made: Judge | undefined
    const judge: Judge = (value) => {
      made ??= compile(route)
      const answer = made(value)
      judge.errors = made.errors
      return answer
    }
    return judge
  }
}

const writeLater =
  <Given>(compile: Compile<Given, (value: unknown) => string>): typeof compile =>
  (route) => {
    let made: ((value: unknown) => string) | undefined
    return (value) => {
      made ??= compile(route)
      return made(value)
    }
  }

const validators = ajvCompiler()
const serializers = serializerCompiler()
type Validators = typeof validators

export const compilersFactory = {
  buildValidator: ((...given: Parameters<Validators>) =>
    judgeLater(validators(...given) as unknown as Compile<unknown, Judge>)) as unknown as Validators,
  buildSerializer: (...given: Parameters<typeof serializers>) => writeLater(serializers(...given)),
}
