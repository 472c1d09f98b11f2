import { InputFault } from '../command-line/input-fault.ts'

const reasons: Record<string, string> = {
  EEXIST: 'there is a file already, and a backup overwrites nothing. Give another name.',
  ENOENT: 'there is no such file or folder. Check the path.',
  EACCES: 'permission is missing.',
  EROFS: 'this disk cannot be written.',
  EISDIR: 'this is a folder. Give a file.',
  ENOTDIR: 'part of this path is a file. Check the path.',
  ENOSPC: 'the disk is full. Free some space, or give another place.',
  ENAMETOOLONG: 'the name is too long.',
}

/** Tells a fault of the file system as what to mend; anything else goes on. */
export async function onFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = reasons[String((error as NodeJS.ErrnoException).code)]
    // A database's errors have codes as well, but never a system call.
    if (!reason || !('syscall' in (error as object) || 'path' in (error as object))) throw error
    throw new InputFault(`${path}: ${reason}`)
  }
}
