import {catchSignals} from '../terminal/catch-signals.ts';
import {isTerminalGone} from '../terminal/is-terminal-gone.ts';
import {reportProblem} from '../terminal/report-problem.ts';
import {findRuntimeRisks} from '../terminal/runtime-risks.ts';
import {settleColour} from '../terminal/settle-colour.ts';
import {settleSigns} from '../terminal/settle-signs.ts';
import {watchOutputs} from '../terminal/watch-outputs.ts';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import {tool} from '../types/tool.ts';
import {completeEnvironment} from './call/complete-environment.ts';
import {openIo} from './call/open-io.ts';
import {type ParsedCall, parseInvocation} from './call/parse-invocation.ts';
import {readEnvironment} from './call/read-environment.ts';
import type {Command} from './command.ts';
import {commands as allCommands} from './registry.ts';

/**
Run the program on the arguments, environment and streams of this process. Resolves to the exit code and never
rejects. `leave` ends the process at once; it is called only where waiting makes no sense: at a second signal, a
fault outside the command, or when whoever read the output has gone.
*/
export async function runProgram(
	leave: (code: ExitCode) => void,
	commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
	const variables = readEnvironment(process.env);
	const caught = catchSignals(process, leave);
	let place: string | null = null;
	let report: Promise<ExitCode> | null = null;
	// A closed terminal may show by the end of the input, or by a fault, before its signal arrives.
	const noticeHangUp = (): void => {
		if (isTerminalGone(process.stdout)) {
			caught.raise('SIGHUP');
		}
	};
	const stop = (fault: unknown): void => {
		noticeHangUp();
		const code = caught.exitCode();
		if (code === null) {
			report ??= reportProblem(fault, place);
			// Were it left to fail unnoticed, that would be the next fault, and so on without end.
			report.then(leave, () => leave(exitCodes.failed));
		} else if (!(fault instanceof Error && fault.name === 'AbortError')) {
			leave(code);
		}
	};

	process.on('uncaughtException', stop);
	process.on('unhandledRejection', stop);
	// Nothing is left to wait for, yet the command has not come to an end: that must not look like success.
	process.once('beforeExit', () => {
		stop(new Error('it ran out of work before it was done'));
	});
	watchOutputs({
		readerGone: () => {
			leave(exitCodes.done);
		},
		terminalGone: () => {
			caught.raise('SIGHUP');
		},
		failed: stop,
	});

	try {
		await settleSigns(process.env, process.platform, [process.stdout, process.stderr]);
		for (const warning of findRuntimeRisks(process.env, process.execArgv)) {
			process.stderr.write(`${warning}\n`);
		}

		const call = await parseInvocation(process.argv.slice(2), commands);
		if (call.kind !== 'run') {
			process.stdout.write(await renderInformation(call, commands));
			await outputTaken();
			return (await report) ?? exitCodes.done;
		}

		settleColour(process.env, call.flags.has('no-color'));
		const environment = completeEnvironment(variables, call.flags);
		place = environment.stateDirectory;
		const {run} = await call.command.load();
		const code = await run({
			command: call.command.name,
			positionals: call.positionals,
			flags: call.flags,
			environment,
			io: openIo(),
			signal: caught.signal,
			now: () => new Date(),
		});
		await outputTaken();
		if (code === exitCodes.cancelled) {
			noticeHangUp();
		}

		// A fault outside the command may be what brought it to its end.
		return (await report) ?? caught.exitCode() ?? code;
	} catch (problem) {
		noticeHangUp();
		// What a signal cut short usually fails in some way or other: that is no news.
		return (await report) ?? caught.exitCode() ?? (await reportProblem(problem, place));
	}
}

/** Resolves once standard output took all it was given, or failed: what it could not take is told only then. */
async function outputTaken(): Promise<void> {
	await new Promise<void>(resolve => {
		process.stdout.write('', () => resolve());
	});
}

async function renderInformation(
	call: Exclude<ParsedCall, {kind: 'run'}>,
	commands: readonly Command[],
): Promise<string> {
	if (call.kind === 'version') {
		return `${tool.name} ${tool.version}\n`;
	}

	const {renderCommandHelp, renderHelp} = await import('./call/help.ts');
	return call.command === null
		? renderHelp(commands)
		: renderCommandHelp(call.command, await call.command.lists?.());
}
