// Conveniences that every page has. Without this script all is there.
document.documentElement.classList.add("js");
