import { BaseSequencer, type Reporter, type TestModule, type TestSpecification } from 'vitest/node';

/** How long each test file took in the first run, the one without a mutant. */
const durationMsByFile = new Map<string, number>();

export class DurationReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    if (durationMsByFile.has(module.moduleId)) return;
    durationMsByFile.set(module.moduleId, module.diagnostic().duration);
  }
}

/** Stryker stops at the first test that fails, so most mutants die before a slow file starts. */
export class QuickTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durationMs = ({ moduleId }: TestSpecification) => durationMsByFile.get(moduleId) ?? 0;
    return [...files].sort((a, b) => durationMs(a) - durationMs(b));
  }
}
