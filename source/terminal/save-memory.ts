import {setFlagsFromString} from 'node:v8';

/**
Have the engine prefer space to speed: keep the space for young objects at its first size and grow the old one in
small steps. Reading an organization brings thousands of answers that live for a moment; left to itself the engine
makes room for all of them: on 500 projects with 100,000 properties that is 235 MiB above bare Node in place of 125,
in no less time.
*/
export function saveMemory(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--optimize-for-size');
}
