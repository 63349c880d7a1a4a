import {readFile, readlink} from 'node:fs/promises';
import {hostname, uptime} from 'node:os';

/** Enough of a process to tell later whether it still runs. Null where the platform does not say. */
export type ProcessIdentity = {
	readonly pid: number;
	/** Start time in clock ticks since boot (Linux, `/proc/<pid>/stat` field 22). */
	readonly startedAt: string | null;
	/** Id of the boot (Linux). */
	readonly bootId: string | null;
	/** The space in which the pid counts: containers have their own (Linux). */
	readonly pidSpace: string | null;
	readonly host: string;
};

/** This process. */
export async function identifyOwnProcess(): Promise<ProcessIdentity> {
	const [startedAt, bootId, pidSpace] = await Promise.all([
		readStart(process.pid),
		readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(text => text.trim(), nothing),
		readlink('/proc/self/ns/pid').then(text => text, nothing),
	]);
	return {pid: process.pid, startedAt, bootId, pidSpace, host: hostname()};
}

/**
Whether the process behind `other` has certainly ended: same machine and boot, and its pid is free or belongs
to a process started at another time; or the machine has been started anew after `since`. Everything that is
not certain counts as running.
*/
export async function hasEnded(other: ProcessIdentity, since: Date, now: Date): Promise<boolean> {
	const own = await identifyOwnProcess();
	if (other.host !== own.host) {
		return false;
	}

	if (other.bootId !== own.bootId) {
		return since.getTime() < now.getTime() - uptime() * 1000;
	}

	if (other.pidSpace !== own.pidSpace) {
		return false;
	}

	if (!isRunning(other.pid)) {
		return true;
	}

	const startedAt = await readStart(other.pid);
	return other.startedAt !== null && startedAt !== null && other.startedAt !== startedAt;
}

function isRunning(id: number): boolean {
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		// EPERM: it runs as somebody else.
		return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
	}
}

async function readStart(id: number): Promise<string | null> {
	const text = await readFile(`/proc/${id}/stat`, 'utf8').then(read => read, nothing);
	// The second field is the command in parentheses and may itself hold spaces and parentheses.
	return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function nothing(): null {
	return null;
}
