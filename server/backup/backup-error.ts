/** A file or an instance that cannot be backed up or restored; the message is for the operator. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
