/** How far a device's clock may lag behind the last event before its event is refused. */
export const clockToleranceMinutes = 5
