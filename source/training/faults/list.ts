import type {Fault} from './fault.ts';
import {limits} from './limits.ts';
import {refusals} from './refusals.ts';
import {spoiled} from './spoiled.ts';

/** Every fault that can be asked for by name. */
export const faults: readonly Fault[] = [...limits, ...refusals, ...spoiled];
