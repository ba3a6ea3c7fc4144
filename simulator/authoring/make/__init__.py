"""From a sound file to the domain's values. Nothing here can fail: everything was checked before."""
