// A process that classifies $email and ends itself, as if killed, at the point it is told. It prints one JSON line
// with what came of the change when it gets that far.
import {writeSync} from 'node:fs';
import {applyChanges} from '../../source/remediation/apply-changes.ts';
import {Secret} from '../../source/types/secret.ts';
import {openEdges, planFor} from './changer-world.ts';

const [baseUrl = '', serviceAccount = '', organizationId = '', stateDirectory = '', point = ''] =
	process.argv.slice(2);

function at(name: string): void {
	if (name === point) {
		process.kill(process.pid, 'SIGKILL');
	}
}

const secret = new Secret(process.env['PRACTICE_SECRET'] ?? '');
const opened = await openEdges({baseUrl, serviceAccount, secret, organizationId, stateDirectory});
const {edges, session} = opened;
const plan = await planFor(opened, '$email');
const result = await applyChanges(
	[plan],
	{
		...edges,
		async send(request, signal) {
			at('before send');
			const answer = await edges.send(request, signal);
			at('after response');
			return answer;
		},
		async record(event) {
			at(event.type === 'change_intended' ? 'before intent' : 'before outcome');
			await edges.record(event);
			at(event.type === 'change_intended' ? 'after intent' : 'after outcome');
		},
	},
	{signal: new AbortController().signal},
);
const last = result.kind === 'ran' ? (result.failed ?? result.done.at(-1)) : undefined;
writeSync(1, `${JSON.stringify({outcome: last?.outcome, problem: last?.problem?.exitCode ?? null})}\n`);
await session.close();
