import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findRuntimeRisks} from '../../source/terminal/runtime-risks.ts';
import {UserError} from '../../source/types/user-error.ts';

for (const name of ['NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_V8_COVERAGE', 'SSLKEYLOGFILE']) {
	test(`${name} is named when it is set, and not when it is empty`, () => {
		const warnings = findRuntimeRisks({[name]: 'x'}, []);
		assert.equal(warnings.length, 1);
		assert.ok(warnings[0]?.includes(`${name} is active`));
		assert.deepEqual(findRuntimeRisks({[name]: ''}, []), []);
	});
}

for (const option of [
	'--inspect',
	'--inspect-brk=0.0.0.0:9229',
	'--inspect_brk',
	'--report-on-signal',
	'--report-uncaught-exception',
	'--tls-keylog=/tmp/keys',
	'--heapsnapshot-signal=SIGUSR2',
	'--heap-prof',
	'--abort-on-uncaught-exception',
]) {
	test(`${option} is named without its value, from the command line and from NODE_OPTIONS`, () => {
		const name = option.replaceAll('_', '-').replace(/=.*/, '');
		const warnings = [
			...findRuntimeRisks({}, ['--no-warnings', option]),
			...findRuntimeRisks({NODE_OPTIONS: `--no-warnings "${option}"`}, []),
		];
		assert.deepEqual(
			warnings.map(warning => warning.split(' ')[1]),
			[name, name],
		);
	});
}

test('ordinary settings are not named', () => {
	const environment = {
		NODE_OPTIONS: '--max-old-space-size=512 --use-env-proxy',
		NODE_EXTRA_CA_CERTS: '/ca.pem',
	};
	assert.deepEqual(findRuntimeRisks(environment, ['--import', 'tsx', '--no-warnings']), []);
	assert.deepEqual(findRuntimeRisks({NODE_TLS_REJECT_UNAUTHORIZED: '1'}, []), []);
});

test('without the checking of certificates there is no start', () => {
	assert.throws(
		() => findRuntimeRisks({NODE_TLS_REJECT_UNAUTHORIZED: '0'}, []),
		(error: unknown) => error instanceof UserError && error.exitCode === 2,
	);
});
