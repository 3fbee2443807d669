// Black, white and yellow: where the system has no contrast theme of its own, or somebody wants it here only.
import { teamsHighContrastTheme } from "@fluentui/tokens";

export const highContrast = teamsHighContrastTheme;
