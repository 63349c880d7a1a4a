/**
Run tasks in order, at most `size` at once. When one throws, no further task is begun and, once those under way
have ended, the first error is thrown.
*/
export async function runTasks(size: number, tasks: readonly (() => Promise<void>)[]): Promise<void> {
	const errors: unknown[] = [];
	// The workers share one iterator, so each task is taken once.
	const queue = tasks.values();
	const work = async (): Promise<void> => {
		for (const task of queue) {
			try {
				await task();
			} catch (error) {
				errors.push(error);
			}

			if (errors.length > 0) {
				return;
			}
		}
	};

	await Promise.all(Array.from({length: size}, work));
	if (errors.length > 0) {
		throw errors[0];
	}
}
