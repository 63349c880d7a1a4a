/** Runs work, at most `size` pieces at once, in the order asked; the rest waits its turn. */
export function createGate(size: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
	let running = 0;
	const waiting: (() => void)[] = [];

	return async work => {
		if (running < size) {
			running += 1;
		} else {
			// The slot is handed over by the piece that ends, so `running` stays as it is.
			await new Promise<void>(resolve => waiting.push(resolve));
		}

		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next === undefined) {
				running -= 1;
			} else {
				next();
			}
		}
	};
}
