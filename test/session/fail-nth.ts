import promises from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {join} from 'node:path';

/** `once`: one call fails; `from_then_on`: that one and every later one that changes something. */
export type Failing = 'once' | 'from_then_on';

/** Calls of the file system that can be made to fail. */
export type Faults = {
	/** From now on the calls are counted; the `nth` fails with the system's error of this code. */
	readonly arm: (nth: number, failing: Failing, code: string) => void;
	/** Ends that; which call failed first, null when there were not that many. */
	readonly disarm: () => string | null;
};

const calls = ['open', 'rename', 'link', 'rm', 'mkdir', 'chmod', 'copyFile', 'lstat', 'readdir', 'utimes'];
const handleCalls = ['writeFile', 'write', 'sync', 'truncate', 'stat', 'read'];
/** They only look, and a full disk does not keep them from it. */
const looks = new Set(['lstat', 'readdir', 'stat', 'read', 'close']);

/**
Puts a counter before Node's own calls, for the whole process. A write that fails has written half before, as on a disk
that is full, and a close that fails has closed.
*/
export async function prepareFaults(directory: string): Promise<Faults> {
	let nth = 0;
	let made = 0;
	let failing: Failing = 'once';
	let code = 'EIO';
	let failed: string | null = null;

	const fails = (name: string): boolean => {
		if (nth === 0) {
			return false;
		}

		made += 1;
		const isHit = made === nth || (failing === 'from_then_on' && made > nth && !looks.has(name));
		failed ??= isHit ? name : null;
		return isHit;
	};
	const put = (owner: object, name: string): void => {
		const original: unknown = Reflect.get(owner, name);
		if (typeof original !== 'function') {
			throw new TypeError(`There is no ${name}`);
		}

		Reflect.set(owner, name, async function (this: unknown, ...given: readonly unknown[]) {
			if (!fails(name)) {
				const result: unknown = await Reflect.apply(original, this, given);
				if (name === 'open' && typeof result === 'object' && result !== null) {
					// Each handle has one of its own.
					put(result, 'close');
				}

				return result;
			}

			const [data, ...rest] = given;
			if (name === 'close') {
				await Reflect.apply(original, this, given);
			} else if (name === 'writeFile' && (typeof data === 'string' || Buffer.isBuffer(data))) {
				await Reflect.apply(original, this, [data.slice(0, data.length / 2), ...rest]);
			}

			throw Object.assign(new Error(`${code}: made to fail, ${name}`), {code, syscall: name});
		});
	};

	const handle = await promises.open(join(directory, 'any'), 'w');
	const ofHandles: object = Object.getPrototypeOf(handle);
	await handle.close();
	for (const name of calls) {
		put(promises, name);
	}

	for (const name of handleCalls) {
		put(ofHandles, name);
	}

	syncBuiltinESMExports();
	return {
		arm(which, how, errorCode) {
			nth = which;
			failing = how;
			code = errorCode;
			made = 0;
			failed = null;
		},
		disarm() {
			nth = 0;
			return failed;
		},
	};
}
