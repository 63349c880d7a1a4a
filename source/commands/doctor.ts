import {buildDoctorDocument} from '../report/doctor/doctor-document.ts';
import {renderDoctorText} from '../report/doctor/render-doctor-text.ts';
import {exitCodes} from '../types/exit-code.ts';
import {tool} from '../types/tool.ts';
import {flagText} from './call/flag-text.ts';
import {createProgress} from './call/progress.ts';
import {textOptions} from './call/text-options.ts';
import {examineConnection} from './doctor/doctor-connection.ts';
import {examineEnvironment} from './doctor/doctor-environment.ts';
import {examineState} from './doctor/doctor-state.ts';
import type {RunCommand} from './invocation.ts';

/**
`doctor`: looks at this machine, the saved state and, where there is a key, at what the key can read. Reads only, but for a
file that is made and removed to see whether the state can be saved. What it prints can be handed to others.
*/
export const run: RunCommand = async invocation => {
	const {io, now} = invocation;
	const progress = createProgress(io.stderr, false);
	try {
		const environment = await examineEnvironment(io, process.env, process.execArgv);
		progress.say('looking at the saved state');
		const state = await examineState(invocation.environment.stateDirectory, now());
		const connection = await examineConnection(invocation, progress.say);
		progress.clear();
		const document = buildDoctorDocument({tool, environment, state, connection, now: now()});
		const text =
			flagText(invocation, 'format') === 'json'
				? `${JSON.stringify(document, undefined, 2)}\n`
				: renderDoctorText(document, textOptions(invocation, true).width ?? 80);
		await new Promise<void>(resolve => io.stdout.write(text, () => resolve()));
		return document.status === 'fail' ? exitCodes.failed : exitCodes.done;
	} finally {
		progress.clear();
	}
};
