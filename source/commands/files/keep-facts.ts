import {writeKeptFacts} from '../../session/facts-file.ts';
import {longestFacts} from '../../session/facts-store.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {tool} from '../../types/tool.ts';
import {UserError} from '../../types/user-error.ts';
import type {Assessed} from '../reach/assess-connection.ts';
import {openOutput} from './open-output.ts';

/**
Look at the place where the facts of a run are to be kept, before anything is read. What comes back writes them there as a
new file for the person alone. Throws a UserError (exit 2) when something is there already or it can't be written.
*/
export async function openKeeper(path: string): Promise<(assessed: Assessed) => Promise<void>> {
	const write = await withAdvice(() => openOutput(path, false));
	return async ({document, facts, unauthorized}) => {
		const {target, finishedAt} = document;
		const kept = {
			baseUrl: target.baseUrl,
			organizationId: target.organizationId,
			organizationName: makeSafe(target.organizationName),
			readAt: new Date(finishedAt),
			unauthorized,
			facts,
		};
		const text = writeKeptFacts(kept, tool);
		if (Buffer.byteLength(text) > longestFacts) {
			throw new UserError('The facts could not be kept.', {
				why: `They need more than the ${longestFacts / 1024 / 1024} MB that are read back.`,
				next: 'Keep the result itself with --format json.',
				exitCode: exitCodes.usage,
			});
		}

		await withAdvice(async () => write?.(text));
	};
}

/** The advice for `--output` does not hold here: what was read is never replaced. */
async function withAdvice<Value>(attempt: () => Promise<Value>): Promise<Value> {
	try {
		return await attempt();
	} catch (error) {
		throw error instanceof UserError
			? new UserError(error.message, {
					why: error.why,
					next: 'Name another file with --save-facts.',
					exitCode: error.exitCode,
				})
			: error;
	}
}
