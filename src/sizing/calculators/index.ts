/** The registry: the only file that names a calculator. */
import type { Calculator } from '../core/calculator.ts';
import { cloudController } from './cloud-controller/index.ts';
import { heat } from './heat/index.ts';

export const calculators: readonly Calculator[] = [cloudController, heat];
