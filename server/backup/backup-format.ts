import * as z from "zod";

/**
 * A backup is a gzip of lines of JSON. First a BackupHeader. Then, for each table, a TableStart and
 * its rows in the text form of COPY, in pieces: a Piece, then as many bytes as it says. Last a
 * BackupEnd; a file without one is not whole.
 */
export const BACKUP_FORMAT = "plenum-backup";
export const BACKUP_FORMAT_VERSION = 1;

export const BackupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.int(),
  plenum: z.string(),
  postgresql: z.string(),
  createdAt: z.string(),
  /** When each migration that the database has seen was written, ascending. */
  migrations: z.array(z.int()),
  /** Of PLENUM_SECRET, which is not in the file; null for an instance that never started. */
  secretFingerprint: z.string().nullable(),
  tables: z.array(z.string()),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const TableStart = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableStart = z.infer<typeof TableStart>;

export const Piece = z.object({
  bytes: z
    .int()
    .min(1)
    .max(1 << 30),
});

export const BackupEnd = z.object({
  rows: z.record(z.string(), z.int()),
  /** The last number that each identity column gave out. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.int() })),
  /** Of everything before this line. */
  sha256: z.string(),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

/** The lines that may follow the header. */
export const BackupLine = z.union([TableStart, Piece, BackupEnd]);
