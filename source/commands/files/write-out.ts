import type {Invocation} from '../invocation.ts';

/** Writes to standard output and waits until it is written. */
export async function writeOut({io}: Invocation, text: string): Promise<void> {
	await new Promise<void>(resolve => io.stdout.write(text, () => resolve()));
}
