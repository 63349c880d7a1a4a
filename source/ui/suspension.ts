import {type Stoppable, watchJob} from '../terminal/job-control.ts';

/** Gives the terminal back as it was for as long as `meanwhile` takes, then draws the whole screen again. */
export type GiveTerminal = (meanwhile: () => Promise<void>) => Promise<void>;

/** The wizard put aside for the shell, and taken up again. */
export type Suspension = {
	/** How the screen that is up gives the terminal away; until it is known nothing can be put aside. */
	readonly attach: (give: GiveTerminal) => void;
	/** Give the terminal back and stop, until the shell goes on with the wizard. */
	readonly begin: () => void;
	readonly close: () => void;
};

/** `onReturn` is told when the wizard is back, and whether it had been stopped at all. */
export function createSuspension(source: Stoppable, onReturn: (wasStopped: boolean) => void): Suspension {
	let give: GiveTerminal | null = null;
	let isAway = false;
	const away = async (meanwhile: () => Promise<boolean>): Promise<void> => {
		if (give === null || isAway) {
			return;
		}

		isAway = true;
		try {
			await give(async () => onReturn(await meanwhile()));
		} catch {
			// The terminal went meanwhile: its hang-up ends the wizard.
		} finally {
			isAway = false;
		}
	};

	const begin = (): void => void away(job.stop);
	const job = watchJob(source, {
		onStop: begin,
		// Stopped by force it could not give the terminal back: whatever was drawn and set since is not the wizard's.
		onContinued: () => void away(async () => true),
	});
	return {
		attach(taken) {
			give = taken;
		},
		begin,
		close: job.close,
	};
}
