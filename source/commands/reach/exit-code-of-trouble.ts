import {exitCodeOfReads} from '../../report/check/exit-code.ts';
import type {ExitCode} from '../../types/exit-code.ts';
import type {Invocation} from '../invocation.ts';
import type {Assessed} from './assess-connection.ts';
import {tellTrouble} from './trouble.ts';

/**
The exit code when nothing of the organization could be read, after saying why on standard error; null when the
verdicts decide. The result itself is written in either case.
*/
export function exitCodeOfTrouble(
	{io}: Pick<Invocation, 'io'>,
	{facts, unauthorized, trouble}: Pick<Assessed, 'facts' | 'unauthorized' | 'trouble'>,
): ExitCode | null {
	const code = exitCodeOfReads(facts, unauthorized);
	if (code !== null && trouble !== null) {
		tellTrouble(io, trouble, code);
	}

	return code;
}
