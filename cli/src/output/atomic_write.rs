//! Replaces files atomically: at any moment the path has either the old or the new content.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Replaces the content of a file, or creates the file. If the path is a symbolic link, its target is replaced. The
/// permissions are kept. A device or a pipe, such as `/dev/stdout`, is written in place, because a rename would replace it.
pub(crate) fn write_atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let directory = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let metadata = fs::metadata(&target);
    if metadata.as_ref().is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(path, content);
    }
    let permissions = metadata.map(|metadata| metadata.permissions());
    // A rename would replace even a read-only file.
    if permissions.as_ref().is_ok_and(fs::Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut file = create_temporary(directory)?;
    file.write_all(content)?;
    if let Ok(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// Creates the file with default permissions. Temporary files would otherwise be readable only by the owner.
fn create_temporary(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".errcat");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(directory)
}
